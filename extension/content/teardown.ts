// Everything that the driver attaches to a page is registered here, so that one call takes all of it away again.

type Undo = () => void;

/** A registry of things to take away. Children end with their parent. */
export class Teardown {
  private readonly undos = new Set<Undo>();
  private done = false;

  /** True after `run`: whatever was waiting must not touch the page any more. */
  get ended(): boolean {
    return this.done;
  }

  /** Registers what takes a thing away. After `run` it happens at once. */
  add(undo: Undo): void {
    if (this.done) undo();
    else this.undos.add(undo);
  }

  /** Listens until the teardown. The handler never throws into the page. */
  listen<E extends Event>(
    target: EventTarget,
    type: string,
    handler: (event: E) => void,
    options: AddEventListenerOptions = { passive: true },
  ): void {
    const guarded = (event: Event): void => {
      if (!this.done) handler(event as E);
    };
    target.addEventListener(type, guarded, options);
    this.add(() => target.removeEventListener(type, guarded, options));
  }

  /** A registry that can end on its own, and ends with this one. */
  child(): Teardown {
    const child = new Teardown();
    const undo = (): void => child.run();
    this.add(undo);
    // One that has ended is not kept.
    child.add(() => this.undos.delete(undo));
    return child;
  }

  /** Takes everything away, last first. A failure in one does not keep the others. */
  run(): void {
    if (this.done) return;
    this.done = true;
    const undos = [...this.undos].reverse();
    this.undos.clear();
    for (const undo of undos) {
      try {
        undo();
      } catch {
        // The page or the extension may be half gone already; the rest still has to go.
      }
    }
  }
}
