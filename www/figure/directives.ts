// How a control shows a value without getting in the way of who uses it.
import { noChange, nothing } from "lit-html";
import { Directive, directive, type ElementPart, type PropertyPart } from "lit-html/directive.js";

class Typed extends Directive {
  override render(value: string): unknown {
    return value;
  }

  override update({ element }: PropertyPart, [value]: [string]): unknown {
    const it = element as HTMLInputElement;
    const focused = (it.getRootNode() as ShadowRoot).activeElement === it;
    // What is typed and cannot be done stays, to be put right.
    if (!focused && it.ariaInvalid !== "true" && it.value !== value) it.value = value;
    return noChange;
  }
}

/** A text field's value, unless somebody types there. */
export const typed = directive(Typed);

/** An entry of a list: its value, its text, and the group that it stands in. */
export interface Entry {
  value: string;
  text: string;
  group?: string;
  /** Whether it can be shown, and not be chosen. */
  unseen?: boolean;
}

class Choice extends Directive {
  private shown: Entry[] | undefined;

  override render(_entries: Entry[], _value?: string): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [entries, value]: [Entry[], string?]): unknown {
    const select = element as HTMLSelectElement;
    if (entries !== this.shown) {
      this.shown = entries;
      const groups = new Map<string, HTMLOptGroupElement>();
      const made = entries.map(({ value, text, group, unseen = false }) => {
        const option = Object.assign(new Option(text, value), { hidden: unseen, disabled: unseen });
        if (group === undefined) return option;
        const there = groups.get(group);
        const place = there ?? Object.assign(document.createElement("optgroup"), { label: group });
        groups.set(group, place);
        place.append(option);
        return place;
      });
      select.replaceChildren(...new Set(made));
    }
    if (value !== undefined && select.value !== value) select.value = value;
    return noChange;
  }
}

/** A list's entries, made anew when they are others, and the one that is chosen. */
export const choice = directive(Choice);

/** A type of event, what is done at it, and when. */
export type Listener = [
  type: string,
  handler: (event: never) => void,
  options?: AddEventListenerOptions,
];

class Hears extends Directive {
  private done = false;

  override render(_listeners: () => Listener[]): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [listeners]: [() => Listener[]]): unknown {
    if (this.done) return;
    this.done = true;
    for (const [type, handler, options] of listeners()) {
      element.addEventListener(type, handler as EventListener, options);
    }
  }
}

/** Adds listeners to an element, once. */
export const hears = directive(Hears);

class Styles extends Directive {
  override render(_properties: Record<string, string>): unknown {
    return nothing;
  }

  override update({ element }: ElementPart, [properties]: [Record<string, string>]): unknown {
    const { style } = element as HTMLElement;
    for (const [name, value] of Object.entries(properties)) {
      if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
    }
    return noChange;
  }
}

/** Sets custom properties as a script does: a strict policy forbids styles in the markup. */
export const styles = directive(Styles);
