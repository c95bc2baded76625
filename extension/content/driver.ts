// The driver of one page: attaches to the composer that has the focus, makes the card when it is first needed, and
// hands the messages of the card on.

import { Card } from './card.js';
import type { Desk } from './desk.js';
import { deepActive } from './dom.js';
import { Flight } from './flight.js';
import type { Platform } from './generated/platforms.js';
import type { ToDriver } from './generated/wire.js';
import { Host } from './host.js';
import { inspect } from './inspect.js';
import { listenForKeys } from './keys.js';
import { Marks } from './marks.js';
import { pausedChip } from './paused.js';
import { composerOn, pathOf, type FindPlatform, type Found } from './platform.js';
import { Session } from './session.js';
import type { Teardown } from './teardown.js';
import { alive } from './webext.js';

export class Driver {
  private desk: Desk | null = null;
  private session: Session | null = null;
  private readonly numbers = new WeakMap<Element, number>();
  private count = 0;
  /** No composer is attached any more. */
  private closed = false;

  /** Until a composer is focused, one listener is all there is. */
  constructor(
    private readonly platform: FindPlatform,
    private readonly teardown: Teardown,
    /** The page goes away, perhaps into the browser's cache. Not asked for before there is a card. */
    private readonly hidden: () => void,
  ) {
    teardown.listen<FocusEvent>(window, 'focusin', (event) => this.focused(event.composedPath()), {
      capture: true,
      passive: true,
    });
    const active = deepActive();
    if (active) this.focused(pathOf(active));
  }

  /** Says in the card that Cuecard is switched off for this site. */
  pause(): void {
    this.closed = true;
    this.desk?.card.send({ type: 'paused' });
    this.session?.teardown.run();
    this.session = null;
  }

  private focused(path: readonly EventTarget[]): void {
    if (this.closed) return;
    if (!alive()) return this.teardown.run();
    const platform = this.platform();
    const found = platform && composerOn(path, platform);
    if (!found) return;
    if (this.desk && !this.desk.host.attached) this.discard();
    if (this.session?.element === found.element) this.session.introduce();
    else this.attach(found, platform);
  }

  private attach(found: Found, platform: Platform): void {
    this.session?.teardown.run();
    const desk = (this.desk ??= this.setUp(platform));
    const teardown = this.teardown.child();
    this.session = new Session(this.numberOf(found.element), found, desk, teardown);
    listenForKeys(this.session, teardown);
    this.session.introduce();
  }

  private numberOf(element: Element): number {
    const number = this.numbers.get(element) ?? ++this.count;
    this.numbers.set(element, number);
    return number;
  }

  private setUp(platform: Platform): Desk {
    const teardown = this.teardown.child();
    teardown.listen(window, 'pagehide', this.hidden);
    const host = new Host(teardown);
    const card = new Card(
      host,
      {
        ready: () => this.ready(),
        heard: (message) => void this.heard(message),
        gaveUp: () => this.giveUp(),
        orphaned: () => this.teardown.run(),
      },
      teardown,
    );
    const flight = new Flight(
      (draft) => card.send(draft),
      () => card.died(),
    );
    teardown.add(() => flight.reset());
    return { platform, teardown, host, card, flight, marks: new Marks(host.livery, teardown), gone: () => this.gone() };
  }

  /** The page has thrown our host out: everything that was in it is dead, and is made again. */
  private discard(): void {
    this.session?.teardown.run();
    this.session = null;
    this.desk?.teardown.run();
    this.desk = null;
  }

  private ready(): void {
    this.desk?.flight.reset();
    this.session?.introduce();
  }

  private gone(): void {
    const session = this.session;
    if (!session || !this.desk) return;
    this.session = null;
    session.teardown.run();
    this.desk.card.send({ type: 'gone', composer: session.id });
    this.desk.card.placed.hide();
  }

  /** The card cannot be had: say so beside the composer, and leave the page alone. */
  private giveUp(): void {
    this.closed = true;
    const { desk, session } = this;
    desk?.flight.reset();
    session?.teardown.run();
    this.session = null;
    if (desk && session) pausedChip(desk.host, session.element, this.teardown);
    else this.teardown.run();
  }

  private async heard(message: ToDriver): Promise<void> {
    const desk = this.desk;
    if (!desk) return;
    if (message.type === 'ready') return;
    if (message.type === 'refused') return this.teardown.run();
    if (message.type === 'marks') {
      const draft = desk.flight.answered(message.composer, message.rev);
      if (!draft) return;
      desk.card.proved();
      if (this.session?.id === message.composer) this.session.mark(message.marks, draft.text);
      return;
    }
    if (message.type === 'inspect') {
      if (this.session) desk.card.send({ type: 'inspected', ...inspect(this.session.subject) });
      return;
    }
    const session = this.session?.id === message.composer ? this.session : null;
    switch (message.type) {
      case 'edit':
        desk.card.send({
          type: 'edited',
          edit: message.edit,
          outcome: session ? await session.edit(message) : 'stale',
        });
        break;
      case 'place':
        session?.put(message);
        break;
      case 'show':
        session?.show(message);
        break;
      case 'pick':
        desk.card.send({ type: 'picked', composer: message.composer, text: session?.selectedElsewhere() ?? '' });
        break;
      case 'gate':
        if (session) session.gate.closed = message.closed;
        break;
      case 'take-focus':
        session?.takeFocus();
        break;
      case 'return-focus':
        session?.returnFocus();
    }
  }
}
