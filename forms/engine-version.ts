/** The version of the engine's meaning: it rises whenever the same form and answers could give another scorecard than before. */
export const engineVersion = '1';
