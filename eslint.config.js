import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  {
    ignores: [
      "dist/",
      "node_modules/",
      "coverage/",
      ".venv/",
      "test/compiler/diagnostics/",
      "test/compiler/authors/{programs,edited}/",
      "test/compiler/fixtures/",
    ],
  },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    rules: {
      curly: "error",
      eqeqeq: "error",
      "no-implicit-coercion": "error",
      "@typescript-eslint/consistent-type-imports": "error",
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/unified-signatures": "off",
    },
  },
  {
    files: ["", "test/projects/*/"].map((root) => `${root}{skills,module,attributes,scenarios}/**/*.ts`),
    rules: {
      "no-restricted-imports": [
        "error",
        {
          patterns: [
            {
              group: ["**/scripts/**", "node:*"],
              message: "Definitions and skills do not import tooling or Node.",
            },
          ],
        },
      ],
    },
  },
  {
    files: ["**/*.mjs", "eslint.config.js"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly" } },
  },
);
