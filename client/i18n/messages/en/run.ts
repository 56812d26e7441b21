// Owns the English words of the page of one run.
export const run = {};
