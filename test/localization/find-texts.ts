import ts from 'typescript';

/** Attributes and properties that people see or hear. */
const TOLD =
  /^(?:aria-?(?:label|description|roledescription|placeholder|valuetext|braillelabel)|title|placeholder|alt|label)$/i;
const CONTENT =
  /^(?:textContent|innerText|nodeValue|append|prepend|createTextNode|before|after|replaceWith|replaceChildren)$/;

const LETTER = /\p{L}/u;
/** Several words that begin as a sentence does or end as one. */
const SENTENCE = /^\p{Lu}.*\p{L} \p{L}|\p{L} \p{L}.*[.…!?]$/su;

/** The texts in a source that a person would see or hear, and that no translator would. */
export function findTexts(source: string): string[] {
  const file = ts.createSourceFile('', source, ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const keep = (text: string): void => {
    if (LETTER.test(text)) found.push(text.trim());
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && /^(?:html|svg)$/.test(node.tag.getText())) textsInTemplate(node, keep);
    else if (ts.isTaggedTemplateExpression(node)) return;
    else if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.EqualsToken) {
      if (isTold(lastName(node.left))) literalsIn(node.right, keep);
    } else if (ts.isPropertyAssignment(node) && isTold(node.name.getText())) literalsIn(node.initializer, keep);
    else if (ts.isCallExpression(node)) textsInCall(node, keep);
    if (isForDevelopers(node)) return;
    if (ts.isStringLiteralLike(node) && !isModuleName(node) && SENTENCE.test(node.text)) keep(node.text);
    if (ts.isTemplateExpression(node) && SENTENCE.test(node.getText().slice(1, -1))) keep(node.getText());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...new Set(found)];
}

/** An error that somebody may see, as far as it is written down in one object. */
export interface WrittenError {
  readonly message: string;
  /** Where it has one that is written down, too. */
  readonly code: string | undefined;
  readonly isWordless: boolean;
}

/** The errors that a source makes with a message of its own. */
export function findErrors(source: string): WrittenError[] {
  const found: WrittenError[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) found.push(...errorIn(node));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('', source, ts.ScriptTarget.Latest, true));
  return found;
}

function errorIn({ properties }: ts.ObjectLiteralExpression): WrittenError[] {
  const valueOf = (name: string): ts.Expression | undefined =>
    properties.filter(ts.isPropertyAssignment).find((each) => each.name.getText() === name)?.initializer;
  const texts: string[] = [];
  const message = valueOf('message');
  if (message) literalsIn(message, (text) => texts.push(text));
  if (!message || texts.join('') === '') return [];
  const code = valueOf('code');
  return [
    {
      message: ts.isStringLiteralLike(message) ? message.text : message.getText(),
      code: code && ts.isStringLiteralLike(code) ? code.text : undefined,
      isWordless: valueOf('isWordless') !== undefined,
    },
  ];
}

const isTold = (name: string): boolean => TOLD.test(name) || CONTENT.test(name);

const lastName = (node: ts.Expression): string => (ts.isPropertyAccessExpression(node) ? node.name.text : '');

const isModuleName = ({ parent }: ts.Node): boolean =>
  ts.isImportDeclaration(parent) || ts.isLiteralTypeNode(parent) || ts.isExternalModuleReference(parent);

const isForDevelopers = (node: ts.Node): boolean =>
  ts.isNewExpression(node) && node.expression.getText().endsWith('Error');

function textsInCall({ expression, arguments: values }: ts.CallExpression, keep: (text: string) => void): void {
  const name = lastName(expression);
  const [first, second] = values;
  if (name === 'setAttribute' && first && second && ts.isStringLiteral(first) && isTold(first.text))
    literalsIn(second, keep);
  if (CONTENT.test(name)) for (const value of values) literalsIn(value, keep);
}

/** The literals that an expression may become, not those that it is asked with. */
function literalsIn(node: ts.Node, keep: (text: string) => void): void {
  if (ts.isStringLiteralLike(node)) keep(node.text);
  else if (ts.isTemplateExpression(node)) for (const part of templateParts(node)) keep(part);
  else if (ts.isConditionalExpression(node)) for (const each of [node.whenTrue, node.whenFalse]) literalsIn(each, keep);
  else if (ts.isParenthesizedExpression(node)) literalsIn(node.expression, keep);
  else if (ts.isBinaryExpression(node) && !/^[!=]==?$/.test(node.operatorToken.getText())) {
    for (const each of [node.left, node.right]) literalsIn(each, keep);
  }
}

function templateParts(node: ts.TemplateLiteral): string[] {
  if (ts.isNoSubstitutionTemplateLiteral(node)) return [node.text];
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)];
}

/** Stands for an expression where a template is looked at as one text. */
const HOLE = '\u0001';
/** A comment, a tag with its attributes, or what is between. */
const MARKUP = /<!--[^]*?-->|<[^\s>]*((?:[^>"']|"[^"]*"|'[^']*')*)>|[^<]+/g;
const ATTRIBUTE = /([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s"']+)))?/g;

function textsInTemplate({ template }: ts.TaggedTemplateExpression, keep: (text: string) => void): void {
  const holes = ts.isTemplateExpression(template) ? template.templateSpans.map(({ expression }) => expression) : [];
  const look = (markup: string, isSeen: boolean): void => {
    for (const [index, part] of markup.split(HOLE).entries()) {
      const expression = index > 0 && holes.shift();
      if (expression && isSeen) literalsIn(expression, keep);
      if (isSeen) keep(part);
    }
  };
  for (const [token, attributes] of templateParts(template).join(HOLE).matchAll(MARKUP)) {
    if (!token.startsWith('<')) look(token, true);
    else if (token.startsWith('<!--')) look(token, false);
    else {
      for (const [, name = '', ...values] of attributes?.matchAll(ATTRIBUTE) ?? []) {
        look(name, false);
        look(values.join(''), isTold(name.replace('.', '')));
      }
    }
  }
}
