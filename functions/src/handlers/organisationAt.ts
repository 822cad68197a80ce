// Reads the organisation as the domain wants it: units and people together with the settings of the document above them.
import type { Organisation } from '../domain/organisation.ts';
import type { Template } from '../domain/templates.ts';
import { templateFrom } from '../domain/templatesDraft.ts';
import type { Month } from '../domain/words.ts';
import type { OrganisationDocument } from '../schema/cycle.ts';
import { collectionOf, organisationRef } from '../schema/refs.ts';
import { templateFieldsOf } from '../schema/template.ts';
import type { Documents } from './ports.ts';

export interface LoadedOrganisation {
  document: OrganisationDocument;
  organisation: Organisation;
  /** Person → month in which they may lack an evaluator or a decider, by the clerk's act. */
  setAside: Map<string, Month>;
  /** Person → who judges their newest month. */
  judgedBy: Map<string, string[]>;
  /** Scoring templates that the organisation issued; shipped ones need no document. */
  issued: Template[];
}

export type Loading = () => Promise<LoadedOrganisation>;

/** Read when first asked for: most questions are answered by the month's own documents. */
export function onceLoaded(documents: Documents, org: string): Loading {
  let loading: Promise<LoadedOrganisation> | null = null;
  return () => (loading ??= organisationAt(documents, org));
}

/** Throws where the organisation does not exist: nothing can be decided about it. */
export async function organisationAt(documents: Documents, org: string): Promise<LoadedOrganisation> {
  const stored = await documents.get(organisationRef(org));
  if (!stored) throw new Error(`no organisation ${org}`);
  const [units, people, issued] = await Promise.all([
    documents.find(collectionOf(org, 'units'), []),
    documents.find(collectionOf(org, 'people'), []),
    issuedTemplates(documents, org),
  ]);
  const { name, place, partyName } = stored.data;
  return {
    document: stored.data,
    issued,
    judgedBy: new Map(people.map(({ id, data }) => [id, data.judgedBy])),
    setAside: new Map(
      people.flatMap(({ id, data }) => (data.setAside === null ? [] : [[id, data.setAside.month] as const])),
    ),
    organisation: {
      id: org,
      name,
      place,
      partyName,
      units: units.map((unit) => unit.data),
      people: people.map((person) => person.data),
    },
  };
}

export async function issuedTemplates(documents: Documents, org: string): Promise<Template[]> {
  const found = await documents.find(collectionOf(org, 'templates'), [['state', 'issued']]);
  return found.map(({ data }) => templateFrom(templateFieldsOf(data)));
}
