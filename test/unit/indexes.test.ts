// Emulators enforce no index: every query that the code can build is read out of the sources and looked up in firestore.indexes.json.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

interface Query {
  at: string;
  collection: string;
  fields: string[];
}
interface Indexes {
  indexes: { collectionGroup: string; fields: { fieldPath: string }[] }[];
  fieldOverrides: { collectionGroup: string; fieldPath: string; indexes: unknown[] }[];
}

const root = join(import.meta.dirname, '../..');
const declared = JSON.parse(readFileSync(join(root, 'firestore.indexes.json'), 'utf8')) as Indexes;

function sources(folder: string): string[] {
  const found = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return found
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
    .map((file) => join(folder, file));
}

/** Every call in the sources that asks Firestore for documents by fields. */
function queriesOf(file: string): Query[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(join(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const found: Query[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const query = handlerQuery(node, source) ?? webQuery(node);
      if (query)
        found.push({
          ...query,
          at: `${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}`,
        });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const text = (node: ts.Node | undefined): string | null =>
  node && ts.isStringLiteralLike(node) ? node.text : null;

/** `documents.find(collectionOf(org, 'sheets'), [['month', month], …])` */
function handlerQuery(call: ts.CallExpression, source: ts.SourceFile): Omit<Query, 'at'> | null {
  if (!ts.isPropertyAccessExpression(call.expression) || call.expression.name.text !== 'find') return null;
  const [target, filters] = call.arguments;
  if (!target || !ts.isCallExpression(target) || target.expression.getText() !== 'collectionOf') return null;
  const collection = text(target.arguments[1]);
  if (collection === null || !filters)
    throw new Error(`a query of ${source.fileName} can't be read: ${call.getText()}`);
  const list = listOf(filters, source);
  if (!list) throw new Error(`the filters of ${call.getText()} in ${source.fileName} can't be read`);
  return { collection, fields: list.elements.map((pair) => fieldOf(pair)) };
}

function listOf(node: ts.Expression, source: ts.SourceFile): ts.ArrayLiteralExpression | null {
  if (ts.isArrayLiteralExpression(node)) return node;
  if (ts.isAsExpression(node)) return listOf(node.expression, source);
  if (!ts.isIdentifier(node)) return null;
  let found: ts.ArrayLiteralExpression | null = null;
  const visit = (inner: ts.Node): void => {
    if (ts.isVariableDeclaration(inner) && inner.name.getText() === node.text && inner.initializer)
      found = listOf(inner.initializer, source);
    ts.forEachChild(inner, visit);
  };
  visit(source);
  return found;
}

function fieldOf(pair: ts.Expression): string {
  const field = ts.isArrayLiteralExpression(pair) ? text(pair.elements[0]) : null;
  if (field === null) throw new Error(`a filter can't be read: ${pair.getText()}`);
  return field;
}

/** `listDocuments(org, 'findings', { subject: pid, notified: true }, { … })`, what must differ last. */
function webQuery(call: ts.CallExpression): Omit<Query, 'at'> | null {
  if (call.expression.getText() !== 'listDocuments') return null;
  const [, name, ...conditions] = call.arguments;
  const collection = text(name);
  if (collection === null || conditions.length === 0 || !conditions.every(ts.isObjectLiteralExpression))
    throw new Error(`a query of the web can't be read: ${call.getText()}`);
  const properties = conditions.flatMap((fields) => [...fields.properties]);
  return { collection, fields: properties.map((property) => property.name?.getText() ?? '') };
}

const queries = [...sources('functions/src'), ...sources('web/src')].flatMap(queriesOf);
const key = (fields: readonly string[]) => [...fields].sort().join(' ');

describe('queries', () => {
  it('are found in the sources at all', () => {
    expect(queries.filter(({ at }) => at.startsWith('functions')).length).toBeGreaterThan(20);
    expect(queries.filter(({ at }) => at.startsWith('web')).length).toBeGreaterThan(2);
  });

  const several = queries.filter(({ fields }) => fields.length > 1);
  it.each(several.map((query) => [query.collection, key(query.fields), query.at] as const))(
    '%s by %s (%s) has its composite index',
    (collection, fields) => {
      const indexes = declared.indexes.filter((index) => index.collectionGroup === collection);
      expect(indexes.map((index) => key(index.fields.map(({ fieldPath }) => fieldPath)))).toContain(fields);
    },
  );

  it('use no field that is exempt from indexing', () => {
    const exempt = new Set(
      declared.fieldOverrides
        .filter(({ indexes }) => indexes.length === 0)
        .map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`),
    );
    const used = queries.flatMap(({ collection, fields }) => fields.map((field) => `${collection}.${field}`));
    expect(used.filter((field) => exempt.has(field))).toEqual([]);
  });

  it('of a collection without indexes use those fields alone that were given one back', () => {
    const bare = new Set(
      declared.fieldOverrides
        .filter(({ fieldPath }) => fieldPath === '*')
        .map(({ collectionGroup }) => collectionGroup),
    );
    const back = declared.fieldOverrides.filter(({ indexes }) => indexes.length > 0);
    const used = queries.filter(({ collection, fields }) => bare.has(collection) && fields.length === 1);
    expect(used.length).toBeGreaterThan(0);
    const names = (list: { collectionGroup: string; fieldPath: string }[]) =>
      new Set(list.map(({ collectionGroup, fieldPath }) => `${collectionGroup}.${fieldPath}`));
    const asked = names(
      used.flatMap(({ collection, fields }) =>
        fields.map((fieldPath) => ({ collectionGroup: collection, fieldPath })),
      ),
    );
    expect(names(back)).toEqual(asked);
  });
});

describe('indexes', () => {
  it('are declared for queries that exist, and no others: each costs a write', () => {
    const asked = new Set(queries.map(({ collection, fields }) => `${collection} ${key(fields)}`));
    const unused = declared.indexes
      .map((index) => `${index.collectionGroup} ${key(index.fields.map(({ fieldPath }) => fieldPath))}`)
      .filter((index) => !asked.has(index));
    expect(unused).toEqual([]);
  });
});
