const LASTS_S = 0.5;
const PITCHES_HZ = [659.3, 880];

let audio: AudioContext | undefined;

/**
 * One soft tone, a rising fourth. Browsers keep it silent until the visitor has touched the page. Of several tabs that
 * hear of a message in one moment, one sounds.
 */
export function playTone(): void {
  const sound = async () => {
    audio ??= new AudioContext();
    await audio.resume();
    const from = audio.currentTime;
    const volume = audio.createGain();
    volume.gain.setValueAtTime(0, from);
    volume.gain.linearRampToValueAtTime(0.08, from + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + LASTS_S);
    volume.connect(audio.destination);
    await new Promise<void>((done) => {
      PITCHES_HZ.forEach((pitch, index) => {
        const tone = new OscillatorNode(audio as AudioContext, { frequency: pitch });
        tone.connect(volume);
        tone.start(from + index * 0.12);
        tone.stop(from + LASTS_S);
        tone.onended = () => done();
      });
    });
  };
  void navigator.locks?.request("entraide-tone", { ifAvailable: true }, (lock) =>
    lock ? sound() : undefined,
  );
}
