// A figure on the page: its state, told in groups, and the templates that show it.
import { html, nothing, render, type TemplateResult } from "lit-html";
import type { State } from "../contract.js";
import { still } from "./actions.js";
import { showNotes } from "./classroom/notes.js";
import { presenting } from "./classroom/presenter.js";
import { play as sound } from "./classroom/sound.js";
import { tell, translate } from "./classroom/story.js";
import { type Context, region, scaleOf, type Ui } from "./context.js";
import { styles } from "./directives.js";
import { putVectors, takeVectors } from "./embedding/image.js";
import { hinting } from "./hand/hint.js";
import { owns } from "./hand/own.js";
import { renew } from "./hand/probe.js";
import { press } from "./keys.js";
import type { Figure, Module } from "./module/module.js";
import { printing, sight, sizes } from "./sizes.js";
import { bar } from "./templates/bar.js";
import { cycle } from "./templates/facts.js";
import { formulaLine } from "./templates/formula.js";
import { goal, head, headline } from "./templates/head.js";
import { keysDialogue } from "./templates/keys.js";
import { paper } from "./templates/paper.js";
import { presenterFoot, presenterHead, telling } from "./templates/presenter.js";
import { shareDialogue } from "./templates/share.js";
import { firstTab, hasView, stage, tabs } from "./templates/stage.js";
import { tableDialogue } from "./templates/table.js";
import { inModule, type Speech, type Values } from "./texts/language.js";

/** What the element that a figure is shown in wants to hear. */
export interface Host {
  /** The address's query is another. */
  queried(query: string): void;
  /** The state has changed. */
  heard(): void;
  /** The one picture that is to be shown alone, if only one is. */
  alone(): string | undefined;
  /** The module has stopped for good. */
  trapped(error: WebAssembly.RuntimeError): void;
}

export class View implements Context {
  figure: Figure;
  state = {} as State;
  revision = 0;
  /** The last address that all was well with. */
  saved: string;
  ui: Ui = {
    tab: "",
    enlarged: false,
    drawer: "",
    landscape: "surface",
    more: false,
    problem: "",
    hint: "",
    copied: false,
    sharing: undefined,
    keys: false,
    singleKeys: true,
    blank: false,
    stirred: false,
    dragging: false,
    table: undefined,
    sound: false,
    printing: false,
    handout: [],
    typing: false,
    asked: undefined,
    probed: null,
  };
  private readonly life = new AbortController();
  readonly ended = this.life.signal;
  private seen = true;
  private told: { query: string; since: number; timer?: number | undefined } | undefined;
  private lastQuery: string | null | undefined;

  constructor(
    readonly root: ShadowRoot,
    private readonly place: HTMLElement,
    private readonly host: Host,
    private readonly module: Module,
    query: string,
    public speech: Speech,
  ) {
    this.saved = query;
    // A fault in a frame is this figure's. The browser's function is looked up at each call, so
    // that a page or a test can put its own in its place.
    const request = (frame: (time: number) => void) =>
      requestAnimationFrame((time) => this.run(() => frame(time)));
    this.figure = new module.Figure(query, request, inModule(module, speech));
    const { signal } = this.life;
    const dark = matchMedia("(prefers-color-scheme: dark)");
    const prefer = () =>
      this.run(() => this.figure.setSystemTheme(dark.matches ? "dark" : "light"));
    const contrast = matchMedia("(prefers-contrast: more)");
    const stress = () => this.run(() => this.figure.setMoreContrast(contrast.matches));
    const move = () => this.run(() => this.figure.setReducedMotion(still.matches));
    this.figure.listen((changes) => this.hear(changes));
    prefer();
    stress();
    move();
    this.ui.problem = this.state.problems.join(" ");
    dark.addEventListener("change", prefer, { signal });
    contrast.addEventListener("change", stress, { signal });
    still.addEventListener("change", move, { signal });
    printing((paper) => this.print(paper), signal);
    const key = (event: KeyboardEvent) => {
      if (!this.state.presentation.presenting) this.key(event);
    };
    for (const heard of [owns(this), hinting(this), { keydown: key }]) {
      for (const [type, handler] of Object.entries(heard)) {
        place.addEventListener(type, handler as EventListener, { signal });
      }
    }
    this.look();
    this.show(false);
    sizes(place, () => this.measure(), signal);
    sight(root.host as HTMLElement, (visible) => this.see(visible), signal);
    presenting(this);
    // There, keys are heard wherever the focus is, and before a picture takes them.
    const all = (event: KeyboardEvent) => {
      const [target] = event.composedPath();
      const asks = target instanceof Element && target.closest("dialog");
      if (this.state.presentation.presenting && !asks) this.key(event);
    };
    addEventListener("keydown", all, { signal, capture: true });
    void tell(this);
  }

  /** Whether anybody sees it: in presenter mode it is seen wherever the page is scrolled to. */
  private see(visible: boolean): void {
    this.seen = visible;
    const { presenting } = this.state.presentation;
    this.run(() => this.figure.setVisible(visible || presenting));
  }

  /** Stops, and frees the memory. */
  free(): void {
    this.life.abort();
    clearTimeout(this.told?.timer);
    this.figure.free();
    render(null, this.place);
  }

  /** Lets go of a figure whose module has stopped: no call of it can be relied on. */
  abandon(): void {
    this.life.abort();
    clearTimeout(this.told?.timer);
    (this.figure as unknown as { __destroy_into_raw(): number }).__destroy_into_raw();
    render(null, this.place);
  }

  attempt(action: () => void): void {
    const { problem } = this.ui;
    this.ui.problem = "";
    try {
      action();
    } catch (error) {
      if (error instanceof WebAssembly.RuntimeError) this.host.trapped(error);
      else this.say((error as Error).message);
      return;
    }
    // Not before: the action may read a control, which is then shown as it was.
    if (problem) this.update();
  }

  run(action: () => void): void {
    try {
      action();
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
      this.host.trapped(error);
    }
  }

  say(problem: string): void {
    this.update({ problem });
  }

  update(change: Partial<Ui> = {}): void {
    Object.assign(this.ui, change);
    this.revision++;
    this.render();
  }

  text(key: string, values?: Values): string {
    return this.speech.text(key, values);
  }

  /** Says everything in another language; the run goes on as it is. */
  speak(speech: Speech): void {
    this.speech = speech;
    this.update();
    this.run(() => this.figure.setLanguage(inModule(this.module, speech)));
    void translate(this);
  }

  open(tab: string): void {
    this.update({ tab });
  }

  drag(): void {
    this.update({ dragging: true });
    const until = new AbortController();
    const signal = AbortSignal.any([until.signal, this.life.signal]);
    for (const end of ["pointerup", "pointercancel"]) {
      const drop = () => {
        until.abort();
        this.drop();
      };
      addEventListener(end, drop, { signal });
    }
  }

  drop(): void {
    if (!this.ui.dragging) return;
    this.update({ dragging: false });
    // Now the address is told.
    this.run(() => this.figure.letGo());
  }

  /** Tells the address. It takes a browser as long as a frame: while the map of starts fills in, it is told when it has not changed for a second. */
  settle(): void {
    const { address: query, playback } = this.state;
    if (query === null || query === this.lastQuery) return;
    const now = performance.now();
    if (query !== this.told?.query) this.told = { ...this.told, query, since: now };
    const early = this.told.since + 1000 - now;
    if (playback.filling && early > 0) {
      this.told.timer ??= window.setTimeout(() => {
        if (this.told) this.told.timer = undefined;
        this.settle();
      }, early);
      return;
    }
    this.lastQuery = query;
    this.host.queried(query);
  }

  /** Takes in the groups of the state that have changed, and shows them. */
  private hear(changes: Partial<State>): void {
    const {
      scene: before,
      presentation: presented,
      kept,
      chain_rule,
      racers,
      timeline,
    } = this.state;
    Object.assign(this.state, changes);
    if (this.ui.sound && timeline.at !== this.state.timeline.at) sound(this.figure.tone());
    this.host.heard();
    this.disclose(kept?.runs.length ?? 0, !chain_rule, !racers?.length);
    if (this.state.address !== null) this.saved = this.state.address;
    this.run(() => renew(this));
    const { scene, playback } = this.state;
    if (!before) {
      this.render();
      return;
    }
    const focused = this.root.activeElement;
    if (scene.id !== before.id) this.ui.more = false;
    if (scene.id !== before.id || scene.mode !== before.mode) this.look();
    else this.render();
    if (this.state.presentation !== presented) this.show(presented?.presenting ?? false);
    if (focused) this.keepFocus(focused);
    // Not while it runs, something is dragged or typed: browsers allow only so many changes of the address.
    if (!playback.playing && !this.ui.dragging && !this.ui.typing) this.settle();
  }

  /** What had the focus may be gone, with the keys: then the first picture has it. */
  private keepFocus(focused: Element): void {
    if (focused.isConnected && focused.checkVisibility()) return;
    const pictures = this.place.querySelectorAll<HTMLElement>("[data-view][tabindex]");
    [...pictures].find((it) => it.checkVisibility())?.focus({ preventScroll: true });
  }

  /** Shows that the presentation is another. */
  private show(before: boolean): void {
    const { presenting } = this.state.presentation;
    this.place.toggleAttribute("data-presenting", presenting);
    if (presenting !== before) this.see(this.seen);
    this.measure();
    showNotes(this);
  }

  /** Opens the drawer where there is something new in it that was asked for. */
  private disclose(kept: number, afar: boolean, alone: boolean): void {
    if (this.state.kept.runs.length > kept) this.update({ drawer: "kept" });
    else if (this.state.chain_rule && afar) this.update({ drawer: "four_steps" });
    else if (this.state.racers.length && alone) this.update({ drawer: "numbers" });
  }

  /** Shows the first of the pictures that there are now, and all of them at their size. */
  look(): void {
    const { mode } = this.state.scene;
    const alone = this.alone();
    this.update({ enlarged: !!alone, tab: alone ?? firstTab(mode), drawer: "" });
    this.measure();
  }

  /** The one picture that is shown alone, if the scene has it. */
  private alone(): string | undefined {
    const alone = this.host.alone();
    return alone && hasView(alone, this.state.scene.mode) ? alone : undefined;
  }

  /** Tells the figure how large its pictures are. */
  private measure(): void {
    this.run(() => {
      for (const canvas of this.place.querySelectorAll<HTMLCanvasElement>("[data-view]")) {
        const { view = "" } = canvas.dataset;
        // As they are laid out: a slide that is shown larger has more pixels for each.
        const { width, height, fontSize } = getComputedStyle(canvas);
        const [wide = 0, high = 0, text = 0] = [width, height, fontSize].map(
          (length) => parseFloat(length) || 0,
        );
        const pixels = devicePixelRatio * scaleOf(canvas);
        this.figure.place(view, canvas, wide, high, pixels, text);
      }
      this.figure.draw();
    });
  }

  /** Has every picture drawn for paper, or for the screen again. */
  private print(paper: boolean): void {
    this.update({ printing: paper });
    this.run(() => this.figure.setPrinting(paper));
    this.measure();
    this.run(() => (paper ? putVectors(this) : takeVectors(this)));
    if (!paper && this.ui.handout.length) this.update({ handout: [] });
  }

  private key(event: KeyboardEvent): void {
    if (!this.press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  press(event: KeyboardEvent): boolean {
    return press(this, event);
  }

  /** Closes what is open. Whether something was. */
  close(): boolean {
    const { asked, enlarged } = this.ui;
    const alone = !!this.alone();
    if (!asked && enlarged === alone) return false;
    this.ui.asked = undefined;
    this.run(() => renew(this));
    this.update({ enlarged: alone });
    return true;
  }

  render(): void {
    render(this.template(), this.place, { host: this });
  }

  private template(): TemplateResult {
    const { scene, theme, chain_rule, racers, playback, painting, edits, presentation } =
      this.state;
    const colours = Object.entries(theme.colours).map(([name, colour]) => [`--${name}`, colour]);
    return html`<div class="downhill" data-ready data-mode=${scene.mode} data-scene=${scene.id} data-theme=${theme.id} lang=${this.speech.id} dir=${this.speech.direction}
      ?data-closely=${!!chain_rule} ?data-racing=${racers.length > 0} ?data-asking=${playback.predicting}
      ?data-painting=${!!painting} ?data-dragging=${this.ui.dragging} ?data-typing=${this.ui.typing}
      ?data-printing=${this.ui.printing} ?data-handout=${this.ui.handout.length > 0}
      ?data-presenting=${presentation.presenting} data-light=${presentation.story?.light || nothing}
      ${styles(Object.fromEntries(colours))}>
      ${presenterHead(this)}${head(this)}${headline(this)}${goal(this)}${formulaLine(this)}${cycle(this)}${tabs(this)}${stage(this)}${presenterFoot(this)}${telling(this)}${bar(this)}
      ${region(
        this,
        [edits],
        () =>
          html`<p class="edits" data-edits>${edits.length ? this.text("edits") : nothing}${edits.map(
            (edit, index) =>
              html`<span>${edit} <button type="button" @click=${() =>
                this.attempt(() =>
                  this.figure.removeEdit(index),
                )}>${this.text("edit_remove")}</button></span>`,
          )}</p>`,
      )}
      ${this.ui.printing ? paper(this) : nothing}
      ${shareDialogue(this)}${tableDialogue(this)}${keysDialogue(this)}
    </div>`;
  }
}
