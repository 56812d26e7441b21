// Owns the English words of the New run screen.
export const launch = {};
