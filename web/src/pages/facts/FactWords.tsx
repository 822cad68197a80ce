// What was said of a fact, each word with who said it; empty ones are left out.
import type { ComponentChildren } from 'preact';

export function FactWords({ words }: { words: readonly (readonly [string, ComponentChildren])[] }) {
  const said = words.filter(([, text]) => text !== '' && text !== null && text !== undefined);
  if (said.length === 0) return null;
  return (
    <dl class="words">
      {said.map(([who, text]) => (
        <div key={who}>
          <dt>{who}</dt>
          <dd class="pre">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
