// The few pieces of markup that the two React pages share.

import { SHAPES } from './icons.js';

/** A person's round picture, without text. */
export const Avatar = ({ person }) => <span className={`avatar avatar-${person.tone}`} data-initials={person.initials} />;

/** A decorative line icon. */
export const Icon = ({ name }) => <svg viewBox="0 0 24 24" className="icon" aria-hidden="true"><path d={SHAPES[name]} /></svg>;

/** An icon button of a composer's toolbar. */
export const Tool = ({ name, label }) => <button type="button" className="tool" aria-label={label}><Icon name={name} /></button>;
