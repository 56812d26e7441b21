// Owns the English words of what, why and what to do for every error code.
export const errors = {};
