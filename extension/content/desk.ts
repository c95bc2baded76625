// What all composers of a page share: one card, one channel, one set of highlights.

import type { Card } from './card.js';
import type { Flight } from './flight.js';
import type { Host } from './host.js';
import type { Marks } from './marks.js';
import type { Platform } from './generated/platforms.js';
import type { Teardown } from './teardown.js';

export interface Desk {
  readonly platform: Platform;
  /** Takes all of it away. */
  readonly teardown: Teardown;
  readonly host: Host;
  readonly card: Card;
  readonly marks: Marks;
  readonly flight: Flight;
  /** The composer has left the page. */
  gone(): void;
}
