// Owns the CSS pipeline: Tailwind alone.
export default { plugins: { "@tailwindcss/postcss": {} } };
