// Cases of scoring templates: begun, rewritten, sent to be issued.
import { aTemplate, newTemplate, theTemplate, validTemplates } from '../../../fixtures/templates.ts';
import { now } from '../../request.ts';
import { kind, type Kind } from '../draft.ts';
import { players } from '../scene.ts';
import { fields, saved, variant } from './parts.ts';

export const templateKinds: Kind[] = [
  kind(
    'templates',
    'create',
    'administrator',
    (random) => ({
      as: 'administrator',
      id: theTemplate,
      write: { ...fields(newTemplate()), ...variant(random, validTemplates), savedAt: now },
    }),
    { tabled: true },
  ),
  kind(
    'templates',
    'update',
    'administrator rewrites',
    (random) => {
      const prior = fields(aTemplate({ author: players.clerk }));
      const { savedAt: _, rev: __, ...write } = fields(newTemplate({ title: 'Mẫu sửa lại' }));
      return {
        as: 'administrator',
        id: theTemplate,
        prior,
        write: { ...write, ...variant(random, validTemplates), ...saved(prior) },
      };
    },
    { tabled: true },
  ),
  kind('templates', 'update', 'administrator sends', (random) => {
    const prior = fields(aTemplate({ author: random.pick([players.administrator, players.clerk]) }));
    return {
      as: 'administrator',
      id: theTemplate,
      prior,
      write: { author: players.administrator, state: 'sent', ...saved(prior) },
    };
  }),
];
