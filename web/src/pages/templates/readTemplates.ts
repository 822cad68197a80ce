// What the pages of templates read, and how a new version begins.
import type { Template } from '../../../../functions/src/domain/templates.ts';
import { fieldsOf, templateFrom, templateId } from '../../../../functions/src/domain/templatesDraft.ts';
import { templateFieldsOf, type StoredTemplate } from '../../../../functions/src/schema/template.ts';
import { createDocument, listDocuments, readOrganisation, type Row } from '../../data/firestore.ts';
import type { Me } from '../../session.ts';

export interface Templates {
  own: Row<StoredTemplate>[];
  issued: Template[];
  /** The organisation's setting: for whom no issued one holds. */
  standard: string;
}

const byVersion = (a: Row<StoredTemplate>, b: Row<StoredTemplate>) =>
  a.data.name === b.data.name ? b.data.version - a.data.version : a.data.name < b.data.name ? -1 : 1;

export const issuedOf = (own: readonly Row<StoredTemplate>[]): Template[] =>
  own.flatMap(({ data }) => (data.state === 'issued' ? [templateFrom(templateFieldsOf(data))] : []));

export async function readTemplates(me: Me): Promise<Templates> {
  const [own, organisation] = await Promise.all([
    listDocuments<StoredTemplate>(me.org, 'templates', {}),
    readOrganisation(me.org),
  ]);
  return { own: own.sort(byVersion), issued: issuedOf(own), standard: organisation?.template ?? '' };
}

/** The next version of that name. */
export const nextVersion = (own: readonly Row<StoredTemplate>[], name: string): number =>
  1 + Math.max(0, ...own.flatMap(({ data }) => (data.name === name ? [data.version] : [])));

/** Creates the draft; its id. */
export async function beginVersion(me: Me, base: Template, name: string, version: number): Promise<string> {
  const id = templateId(name, version);
  const fields = { ...fieldsOf(base, name, version), author: me.pid, state: 'draft', rev: 1 };
  await createDocument(me.org, 'templates', id, fields, ['savedAt']);
  return id;
}
