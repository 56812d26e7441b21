// Owns the English words of the list of runs.
export const runs = {};
