// Steps for the ear: each is a tone, as high as the loss, from the ball's side. What tone it is, the core tells.
import type { Tone } from "../../contract.js";

/** The lowest tone in hertz, and the octaves above it that there are. */
const LOWEST = 110;
const OCTAVES = 4;
/** How long a tone is, and how soon after another one may come, in seconds. */
const LENGTH = 0.12;
const APART = 0.16;
const LOUD = 0.15;

let context: AudioContext | undefined;
let last = Number.NEGATIVE_INFINITY;

/** Makes the browser ready for tones: a hand has asked for them. */
export function resume(): void {
  if (typeof AudioContext === "undefined") return;
  context ??= new AudioContext();
  void context.resume();
}

/** Lets a tone be heard, if the page is seen and the last one is over. */
export function play({ pitch, pan }: Tone): void {
  if (!context || document.hidden) return;
  const now = context.currentTime;
  if (now - last < APART) return;
  last = now;
  const [tone, side, volume] = [
    context.createOscillator(),
    context.createStereoPanner(),
    context.createGain(),
  ];
  tone.type = "triangle";
  tone.frequency.value = LOWEST * 2 ** (OCTAVES * pitch);
  side.pan.value = 2 * pan - 1;
  // It sets in at once, as a click does, and dies away.
  volume.gain.setValueAtTime(LOUD, now);
  volume.gain.exponentialRampToValueAtTime(0.001, now + LENGTH);
  tone.connect(side).connect(volume).connect(context.destination);
  tone.start(now);
  tone.stop(now + LENGTH);
}
