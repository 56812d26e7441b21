// Owns the English words of the models screen.
export const models = {};
