/** The worker's secret, and those before it while what was made with them is still about. */
export interface Secrets {
  current: string;
  previous: string[];
}

/** Of the settings: `SECRET`, and `SECRET_PREVIOUS`, several by commas. */
export const secretsOf = (env: { SECRET: string; SECRET_PREVIOUS?: string }): Secrets => ({
  current: env.SECRET,
  previous: (env.SECRET_PREVIOUS ?? '')
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== ''),
});

/** The secrets in the order in which they are tried. */
export const eachSecret = ({ current, previous }: Secrets): string[] => [current, ...previous];
