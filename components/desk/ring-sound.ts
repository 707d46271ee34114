/** A soft ring of two notes, made on the spot. Browsers stay silent until the page was clicked or typed in. */
export type RingSound = {
  play(): void;
  /** To be called in a click or a key press. Resolves once the browser lets the page sound. */
  unlock(): Promise<void>;
  close(): void;
};

/** Hertz, and seconds after the start: a fifth, upwards. */
const NOTES = [
  { pitch: 587.33, after: 0 },
  { pitch: 880, after: 0.16 },
] as const;
const LOUDNESS = 0.14;
const FADE_SECONDS = 0.9;

/** `onLocked` hears whether the browser holds the sound back, at once and at every change. */
export function createRingSound(onLocked: (isLocked: boolean) => void): RingSound {
  const context = new AudioContext();
  const tell = () => onLocked(context.state !== "running");
  context.addEventListener("statechange", tell);
  tell();
  return {
    play() {
      if (context.state !== "running") return;
      for (const { pitch, after } of NOTES) {
        const start = context.currentTime + after;
        const tone = context.createOscillator();
        const volume = context.createGain();
        tone.type = "sine";
        tone.frequency.value = pitch;
        volume.gain.setValueAtTime(0, start);
        volume.gain.linearRampToValueAtTime(LOUDNESS, start + 0.02);
        volume.gain.exponentialRampToValueAtTime(0.0001, start + FADE_SECONDS);
        tone.connect(volume).connect(context.destination);
        tone.start(start);
        tone.stop(start + FADE_SECONDS);
      }
    },
    unlock: () => context.resume(),
    close() {
      context.removeEventListener("statechange", tell);
      void context.close();
    },
  };
}
