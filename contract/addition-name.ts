// Owns what a template and a model group may be called. Refuses schemas, so that a page can carry it without zod.

/** Also the name of its file. */
export const TEMPLATE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The engine has no names for its groups; ours for them, "Qwen3 (qwen3_nothink)", are allowed to everybody. */
export const GROUP_NAME = /^[A-Za-z0-9][A-Za-z0-9 ._()-]{0,63}$/;
