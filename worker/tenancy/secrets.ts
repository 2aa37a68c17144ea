/** The worker's secret, and the one before it while what was made with that is still about. */
export interface Secrets {
  current: string;
  previous: string | null;
}

export const secretsOf = (env: { SECRET: string; SECRET_PREVIOUS?: string }): Secrets => ({
  current: env.SECRET,
  previous: env.SECRET_PREVIOUS || null,
});

/** The secrets in the order in which they are tried. */
export const eachSecret = ({ current, previous }: Secrets): string[] =>
  previous === null ? [current] : [current, previous];
