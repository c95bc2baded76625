// The card's frame and the private channel to it. The frame is an extension page in our closed root; the channel begins
// with a MessagePort that goes to it with the nonce, and nothing is ever posted to the page's window, which would reveal
// the extension's origin. Drafts go over that port; the card answers over a port of the extension's own that it opens by
// the same nonce, because Chromium keeps a page's message ports waiting after a key press until a frame is painted.
//
// A card that dies (a panic poisons its WASM for good) is reloaded once. When it dies again before it has answered a
// draft, it is given up.

import { siteOfPage } from './frames.js';
import type { ToCard, ToDriver } from './generated/wire.js';
import { style, type Host } from './host.js';
import { afterAwake } from './patience.js';
import { Placed } from './place.js';
import type { Teardown } from './teardown.js';
import { alive, isFirefox, message, requestNonce } from './webext.js';

/**
 * From the making of the frame to its first message (ms). Measured: 100 to 180; some seconds where other programs take the
 * machine. Whoever is reloaded too early begins anew, and is later still.
 */
const READY_WITHIN = 20_000;

export interface CardEvents {
  /** The card is there, for the first time or again after a reload. */
  ready(): void;
  heard(message: ToDriver): void;
  /** The card does not come, or died twice. */
  gaveUp(): void;
  /** The extension was updated or removed under this page. */
  orphaned(): void;
}

export class Card {
  readonly frame = document.createElement('iframe');
  readonly placed: Placed;
  private port: MessagePort | null = null;
  /** The card's way back, and the nonce by which it is known. */
  private answers: webext.Port | null = null;
  private nonce: string | null = null;
  private isReady = false;
  private stopped = false;
  private reloaded = false;
  private stopWaiting: (() => void) | undefined;

  constructor(
    private readonly host: Host,
    private readonly events: CardEvents,
    teardown: Teardown,
  ) {
    style(this.frame, {
      all: 'initial',
      display: 'block',
      border: '0',
      margin: '0',
      background: 'none',
      // The same as the card's own, else browsers paint an opaque ground behind it.
      'color-scheme': 'light dark',
    });
    this.placed = new Placed(this.frame);
    this.frame.title = message('driver_frame_title');
    this.frame.allow = 'clipboard-write';
    teardown.listen(this.frame, 'load', () => void this.greet());
    const connected = (port: webext.Port): void => this.connected(port);
    chrome.runtime.onConnect.addListener(connected);
    teardown.add(() => chrome.runtime.onConnect.removeListener(connected));
    teardown.add(() => this.stop());
    this.load();
    host.root.append(this.frame);
  }

  get ready(): boolean {
    return this.isReady;
  }

  /** Sends a message; one to a card that is not there is dropped, for everything is sent again when it comes. */
  send(content: ToCard): void {
    if (!this.isReady) return;
    if (alive()) this.port?.postMessage(JSON.stringify(content, wellFormed));
    else this.events.orphaned();
  }

  /** The card has answered a draft: it works, and may be reloaded again some day. */
  proved(): void {
    this.reloaded = false;
  }

  /** The card is dead. */
  died(): void {
    if (this.stopped) return;
    if (!alive()) {
      this.events.orphaned();
    } else if (this.reloaded) {
      this.stop();
      this.events.gaveUp();
    } else {
      this.reloaded = true;
      this.load();
    }
  }

  /** Whether the frame took the focus. */
  focus(): boolean {
    this.frame.focus({ preventScroll: true });
    return this.host.root.activeElement === this.frame;
  }

  stop(): void {
    this.stopped = true;
    this.isReady = false;
    this.stopWaiting?.();
    this.hangUp();
    this.frame.remove();
  }

  private load(): void {
    this.isReady = false;
    this.hangUp();
    this.stopWaiting?.();
    this.stopWaiting = afterAwake(READY_WITHIN, () => this.died());
    try {
      this.frame.src = chrome.runtime.getURL('card.html');
    } catch {
      this.events.orphaned();
    }
  }

  private hangUp(): void {
    this.port?.close();
    this.port = null;
    this.answers?.disconnect();
    this.answers = null;
    this.nonce = null;
  }

  /** After each load of the frame: gives it its end of the channel. A blocked frame loads too, and never answers. */
  private async greet(): Promise<void> {
    const nonce = await requestNonce();
    const target = this.frame.contentWindow;
    if (this.stopped || !target) return;
    if (nonce === null) {
      if (!alive()) this.events.orphaned();
      return;
    }
    const { port1, port2 } = new MessageChannel();
    this.hangUp();
    this.port = port1;
    this.nonce = nonce;
    port1.onmessage = (event: MessageEvent<unknown>) => {
      if (this.port === port1) this.receive(event.data);
    };
    // The other end is gone: the frame was reloaded or its process died.
    port1.addEventListener('close', () => {
      if (this.port === port1) this.died();
    });
    target.postMessage({ nonce }, '*', [port2]);
    const hello: ToCard = { type: 'hello', nonce, host: siteOfPage().host, firefox: isFirefox() };
    port1.postMessage(JSON.stringify(hello));
  }

  /** Only pages of the extension can connect to a content script, and only the card of this frame knows the nonce. */
  private connected(port: webext.Port): void {
    if (this.nonce === null || port.name !== this.nonce || this.answers) return;
    this.answers = port;
    port.onMessage.addListener((data) => {
      if (this.answers === port) this.receive(data);
    });
    // It ends with the card, and with the extension.
    port.onDisconnect.addListener(() => {
      if (this.answers === port) this.died();
    });
  }

  private receive(data: unknown): void {
    // Not from its WASM, which is dead by then (early.js).
    if (data === 'dead') return this.died();
    if (typeof data !== 'string') return;
    let content: ToDriver;
    try {
      content = JSON.parse(data) as ToDriver;
    } catch {
      return;
    }
    if (content.type === 'ready') {
      this.stopWaiting?.();
      this.isReady = true;
      this.events.ready();
    } else if (this.isReady || content.type === 'refused') {
      this.events.heard(content);
    }
  }
}

/**
 * A draft can hold half of a surrogate pair for the time between two events of one key. Rust's texts cannot: it becomes
 * U+FFFD, which is as long, so that all offsets hold.
 */
const wellFormed = (_key: string, value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);
