/**
 * What imports do not show: rules reach for the clock, for chance or for the process without importing anything, and
 * raw SQL hides behind a method's name. The compiler's own parser reads each file, so that comments may say the words.
 */
import { readFileSync } from "node:fs";
import ts from "typescript";

const TESTS = /\.test\.tsx?$|(^|\/)testing\//;

/** Names that no rule of lib/domain may speak: time, chance and surroundings are arguments. */
const IMPURE_NAMES = new Set([
  "process",
  "performance",
  "crypto",
  "fetch",
  "window",
  "document",
  "navigator",
  "localStorage",
  "sessionStorage",
  "globalThis",
  "setTimeout",
  "setInterval",
  "setImmediate",
  "queueMicrotask",
]);
const IMPURE_MEMBERS = new Set(["Date.now", "Math.random"]);
const RAW_SQL = new Set(["$queryRawUnsafe", "$executeRawUnsafe"]);

const KEY_LOCK = /\bFOR UPDATE\b/;
/** Who may lock rows so that nobody can name them: they delete them, or move all that names them. */
const MAY_LOCK_KEYS = new Set([
  "lib/server/attachment/forget-unsent.ts",
  "lib/server/brand/end-removed.ts",
  "lib/server/visitor/erase-traces.ts",
  "lib/server/visitor/erase-visitor.ts",
  "lib/server/visitor/join-person.ts",
]);

/**
 * @param {string[]} sources paths from the current folder
 * @returns {string[]} one description for every forbidden word, with its rule, place and reason
 */
export function findForbiddenWords(sources) {
  return sources
    .filter((source) => /\.tsx?$/.test(source) && !source.includes("/generated/"))
    .flatMap(findInFile);
}

/** @param {string} source */
function findInFile(source) {
  const inDomain = source.startsWith("lib/domain/") && !TESTS.test(source);
  const mayRunRawSql = source.startsWith("prisma/") || TESTS.test(source);
  const mayLockKeys = !source.startsWith("lib/") || TESTS.test(source) || MAY_LOCK_KEYS.has(source);
  const text = readFileSync(source, "utf8");
  const hasRawSql = !mayRunRawSql && [...RAW_SQL].some((word) => text.includes(word));
  const hasKeyLock = !mayLockKeys && KEY_LOCK.test(text);
  if (!inDomain && !hasRawSql && !hasKeyLock) return [];

  const file = ts.createSourceFile(source, text, ts.ScriptTarget.Latest, true);
  const declared = new Set();
  /** @type {string[]} */
  const found = [];
  /** @param {string} rule @param {ts.Node} node @param {string} reason */
  const report = (rule, node, reason) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${rule}: ${source}:${line + 1} says ${node.getText(file)}\n    ${reason}`);
  };
  /** @param {ts.Node} node */
  const visit = (node) => {
    if (inDomain && isImpure(node, declared)) {
      report(
        "domain-has-no-clock-and-no-chance",
        node,
        "Time, chance and surroundings are arguments of a rule.",
      );
    }
    if (!mayRunRawSql && (ts.isIdentifier(node) || ts.isStringLiteralLike(node)) && RAW_SQL.has(node.text)) {
      report(
        "no-sql-from-strings",
        node,
        "A statement built from strings is an injection; use the tagged $queryRaw.",
      );
    }
    if (!mayLockKeys && isTemplateText(node) && KEY_LOCK.test(node.text)) {
      report(
        "locks-leave-the-key",
        node,
        "Who inserts a row that names a locked one would wait for it, and two may wait in a ring: FOR NO KEY UPDATE.",
      );
    }
    ts.forEachChild(node, visit);
  };
  collectDeclared(file, declared);
  visit(file);
  return found;
}

/**
 * @param {ts.Node} node
 * @returns {node is ts.TemplateLiteralLikeNode | ts.StringLiteralLike}
 */
function isTemplateText(node) {
  return (
    ts.isStringLiteralLike(node) ||
    node.kind === ts.SyntaxKind.TemplateHead ||
    node.kind === ts.SyntaxKind.TemplateMiddle ||
    node.kind === ts.SyntaxKind.TemplateTail
  );
}

/**
 * Names that the file gives to its own things: its `window` may be a span of time.
 * @param {ts.Node} node
 * @param {Set<string>} declared
 */
function collectDeclared(node, declared) {
  const named =
    ts.isVariableDeclaration(node) ||
    ts.isParameter(node) ||
    ts.isBindingElement(node) ||
    ts.isImportSpecifier(node);
  if ((named || ts.isFunctionDeclaration(node)) && node.name && ts.isIdentifier(node.name))
    declared.add(node.name.text);
  ts.forEachChild(node, (child) => collectDeclared(child, declared));
}

/**
 * @param {ts.Node} node
 * @param {Set<string>} declared
 */
function isImpure(node, declared) {
  if (ts.isPropertyAccessExpression(node))
    return IMPURE_MEMBERS.has(`${node.expression.getText()}.${node.name.text}`);
  // `Date()` and `new Date()` read the clock; `new Date(milliseconds)` does not.
  if (ts.isNewExpression(node) && node.expression.getText() === "Date")
    return (node.arguments?.length ?? 0) === 0;
  if (ts.isCallExpression(node) && node.expression.getText() === "Date") return true;
  return (
    ts.isIdentifier(node) && IMPURE_NAMES.has(node.text) && !declared.has(node.text) && isReference(node)
  );
}

/**
 * Whether a name stands for the surroundings, and is not the name of a field, a parameter or a key.
 * @param {ts.Identifier} node
 */
function isReference(node) {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node;
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node;
  return (
    ts.isCallExpression(parent) ||
    ts.isNewExpression(parent) ||
    ts.isVariableDeclaration(parent) ||
    ts.isShorthandPropertyAssignment(parent) ||
    ts.isElementAccessExpression(parent) ||
    ts.isSpreadAssignment(parent)
  );
}
