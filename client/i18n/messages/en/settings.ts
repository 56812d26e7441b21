// Owns the English words of the settings screen and the sign-in state.
export const settings = {};
