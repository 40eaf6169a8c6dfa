import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import ts from 'typescript';
import type { Language } from '../../src/localization/catalog.ts';
import { en } from '../../src/localization/en.ts';
import { languages } from '../../src/localization/languages.ts';
import type { Strings } from '../../src/localization/strings.ts';
import { createWording, type Wording } from '../../src/localization/wording.ts';

const FOLDER = new URL('../../src/localization/', import.meta.url);

const CODES = readdirSync(new URL('languages', FOLDER))
  .map((file) => file.replace('.ts', ''))
  .sort();

const EXPECTED = 'ar de es fr he hi it ja ko nl pl pt ru tr zh zh-hant'.split(' ');

/** Texts that are in a language what they are in English. */
const SAME_AS_ENGLISH: Readonly<Record<string, readonly string[]>> = {
  de: ['chat', 'online', 'offline'],
  es: ['chat'],
  fr: ['chat', 'rooms', 'writeMessage', 'suggestions'],
  it: ['chat', 'online', 'offline'],
  nl: ['chat', 'online', 'offline', 'directRoom'],
  pl: ['online', 'offline'],
  pt: ['chat', 'online', 'offline'],
};

/** Written alike everywhere: they hold signs and values only. */
const WITHOUT_WORDS = ['moreThan', 'previewBy', 'messageBy', 'messageArrived'];

/** Their arguments are numbers as their locale writes them, or other texts; not what somebody typed. */
const COMPOSED = ['moreThan', 'openChatWith', 'newMessagesBelow', 'noticeCount'];

type Text = string | ((...values: readonly (string | number)[]) => string);

/** All texts of a language by their paths, such as `failures.no_echo`. */
function textsOf(strings: object, path = ''): Map<string, Text> {
  return new Map(
    Object.entries(strings).flatMap(([key, value]: [string, Text | object]): [string, Text][] =>
      typeof value === 'object' ? [...textsOf(value, `${path}${key}.`)] : [[path + key, value]],
    ),
  );
}

/** What the functions of `Strings` take, by their names: `number` or `string` for each argument. */
function argumentTypes(): Map<string, readonly string[]> {
  const file = ts.createSourceFile('', readFileSync(new URL('strings.ts', FOLDER), 'utf8'), ts.ScriptTarget.Latest);
  const types = new Map<string, readonly string[]>();
  const visit = (node: ts.Node): void => {
    if (ts.isPropertySignature(node) && node.type && ts.isFunctionTypeNode(node.type)) {
      types.set(
        node.name.getText(file),
        node.type.parameters.map(({ type }) => type?.getText(file) ?? ''),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return types;
}

const ARGUMENTS = argumentTypes();

/** Names that are written from right to left, and numbers that are grouped. */
const sampleOf = (type: string, index: number): string | number =>
  type === 'number' ? 12_345 + index : (['مريم', 'عمر'][index] ?? '');

function write(key: string, text: Text): string {
  return typeof text === 'string' ? text : text(...(ARGUMENTS.get(key) ?? []).map(sampleOf));
}

/** All the numbers below a thousand that take the same form, by its category. */
function numbersByCategory(locale: string): Map<Intl.LDMLPluralRule, number[]> {
  const rules = new Intl.PluralRules(locale);
  const byCategory = new Map<Intl.LDMLPluralRule, number[]>();
  for (let count = 0; count < 1000; count += 1) {
    const category = rules.select(count);
    byCategory.set(category, [...(byCategory.get(category) ?? []), count]);
  }
  return byCategory;
}

/** The forms that a language gives for its plurals. */
function pluralsOf(createStrings: Language): Record<string, string>[] {
  const plurals: Record<string, string>[] = [];
  const wording: Wording = {
    ...createWording('en'),
    plural: (_count, forms) => {
      plurals.push(forms);
      return '';
    },
  };
  for (const [key, text] of textsOf(createStrings(wording))) write(key, text);
  return plurals;
}

const LAST_SIGN = /[.…!?:]$/u;
const lastSign = (text: string): string => LAST_SIGN.exec(text.replace(/[。।]$/u, '.').replace(/：$/u, ':'))?.[0] ?? '';

function checkTexts(code: string, strings: Strings): void {
  const english = textsOf(en);
  const texts = [...textsOf(strings)];

  it('has every text and no other', () => {
    assert.deepEqual(texts.map(([key]) => key).sort(), [...english.keys()].sort());
  });

  it('uses every value, writes numbers as its locale does, and isolates what somebody typed', () => {
    for (const [key, text] of texts) {
      const types = ARGUMENTS.get(key) ?? [];
      assert.equal(typeof text, typeof english.get(key), key);
      for (const [index, type] of types.entries()) {
        const sample = sampleOf(type, index);
        const typed = COMPOSED.includes(key) ? sample : `\u2068${sample}\u2069`;
        const shown = typeof sample === 'number' ? new Intl.NumberFormat(code).format(sample) : typed;
        assert.ok(write(key, text).includes(String(shown)), `${key}: ${write(key, text)}`);
      }
    }
  });

  it('is written with care', () => {
    for (const [key, text] of texts) {
      const written = write(key, text);
      assert.equal(written, written.trim(), `${key} has a space at its end`);
      assert.doesNotMatch(written, / {2}|\.\.\.|['"#]|undefined/, key);
      assert.equal(
        lastSign(written),
        lastSign(write(key, english.get(key) ?? '')),
        `${key} ends otherwise: ${written}`,
      );
    }
  });
}

/** Characters and words that are told apart by those who read the one Chinese or the other. */
const OF_THE_OTHER_CHINESE: Readonly<Record<string, RegExp>> = {
  zh: /[們這發話開關閉選擇刪試載離線連斷錄務請輸無讀認簽時錯誤過級個組應訊傳檔圖]/u,
  'zh-hant':
    /[们这发话开关闭选择删试载离线连断录务请输无读认签时错误过级个组应讯传档图]|消息|文件|服務器|在線(?!上)|加載|鏈接/u,
};

describe('English', () => {
  checkTexts('en', en);
});

it('every language that is promised is there', () => {
  assert.deepEqual(CODES, EXPECTED);
});

for (const code of CODES) {
  const { createStrings } = (await import(new URL(`languages/${code}.ts`, FOLDER).href)) as {
    createStrings: Language;
  };
  const strings = createStrings(createWording(code));

  describe(new Intl.DisplayNames('en', { type: 'language' }).of(code) ?? code, () => {
    checkTexts(code, strings);

    it('is fetched when asked for', async () => {
      await new Promise<void>((resolve) => {
        languages.listen(resolve);
        languages.stringsOf(code);
      });
      assert.equal(typeof languages.stringsOf(code), 'object');
    });

    it('stands alone', () => {
      const source = readFileSync(new URL(`languages/${code}.ts`, FOLDER), 'utf8');
      assert.deepEqual(source.match(/^import(?! type).*$/gm), null);
    });

    it('is not English', () => {
      const same = [...textsOf(strings)].filter(
        ([key, text]) => write(key, text) === write(key, textsOf(en).get(key) ?? ''),
      );
      assert.deepEqual(
        same.map(([key]) => key).filter((key) => !WITHOUT_WORDS.includes(key)),
        SAME_AS_ENGLISH[code] ?? [],
      );
    });

    it('is in its own script', () => {
      for (const [key, text] of textsOf(strings)) {
        assert.doesNotMatch(write(key, text), OF_THE_OTHER_CHINESE[code] ?? /^$/, key);
      }
    });

    it('has a form for every number', () => {
      for (const forms of pluralsOf(createStrings)) {
        for (const [category, numbers] of numbersByCategory(code)) {
          const form = forms[category];
          assert.ok(form, `${category} is missing beside ${JSON.stringify(forms)}`);
          // A form of one number only may be in words: "two messages".
          const isAlone = numbers.length === 1;
          assert.match(
            form,
            isAlone ? /^[^#]*#?[^#]*$/ : /^[^#]*#[^#]*$/,
            `${category}: ${numbers.slice(0, 3).join(', ')}…`,
          );
        }
      }
    });
  });
}
