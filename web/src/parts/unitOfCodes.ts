// Whose sub-items stand under the codes of a catalogue: the unit that a page is about (S0 annex II).
import { createContext } from 'preact';

/** Null: the official text alone. */
export const UnitOfCodes = createContext<string | null>(null);
