// The chip that stands by the composer when the card cannot be had. It is text, it does nothing, and it goes with the
// composer.

import { style, type Host } from './host.js';
import { Placed } from './place.js';
import type { Teardown } from './teardown.js';
import { Watch } from './watch.js';
import { message } from './webext.js';

const SIZE = { w: 132, h: 28 };

const LOOK = {
  all: 'initial',
  'box-sizing': 'border-box',
  display: 'block',
  overflow: 'hidden',
  padding: '0 12px',
  border: '1px solid #8b95a1',
  'border-radius': '14px',
  background: '#ffffff',
  color: '#1d2733',
  font: '13px/26px system-ui, sans-serif',
  'text-align': 'center',
  'white-space': 'nowrap',
};

/** Puts "Checks paused" under the composer's lower left corner. With the composer everything goes. */
export function pausedChip(host: Host, composer: HTMLElement, teardown: Teardown): void {
  const chip = document.createElement('div');
  chip.setAttribute('role', 'status');
  chip.textContent = message('driver_checks_paused');
  style(chip, LOOK);
  const placed = new Placed(chip);
  style(chip, { 'pointer-events': 'none' });
  host.root.append(chip);
  const box = composer.getBoundingClientRect();
  placed.put({ dx: 0, dy: box.height + 8, ...SIZE }, box, true);
  const watch = new Watch(
    composer,
    {
      moved: () => placed.follow(composer.getBoundingClientRect(), watch.visible),
      stirred: () => placed.follow(composer.getBoundingClientRect(), watch.visible),
      settled: () => undefined,
      gone: () => teardown.run(),
    },
    teardown,
  );
}
