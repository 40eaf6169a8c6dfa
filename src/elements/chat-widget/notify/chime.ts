/** Hertz, and seconds from the beginning: a short rise, not to be taken for an alarm. */
const NOTES = [
  [659.26, 0],
  [987.77, 0.11],
] as const;
/** Seconds that each of them is heard. */
const LENGTH = 0.45;
const LOUDNESS = 0.12;
/** Milliseconds after which a sound would be for something that is long past. */
const LATE = 1000;

/**
 * Plays the sound of a new message, made on the spot. Silent where the browser lets a page be heard only after somebody has
 * touched it, and where there is nothing to hear it with: a message that is not heard is still there.
 */
export async function chime(): Promise<void> {
  const { userActivation } = navigator as Partial<Navigator>;
  if (userActivation && !userActivation.hasBeenActive) return;
  try {
    const audio = new AudioContext();
    // Kept, it would keep the device for sound awake.
    await play(audio).finally(() => audio.close());
  } catch {
    // As said above.
  }
}

async function play(audio: AudioContext): Promise<void> {
  const asked = performance.now();
  await Promise.race([audio.resume(), new Promise((resolve) => setTimeout(resolve, LATE))]);
  if (audio.state !== 'running' || performance.now() - asked > LATE) return;
  await Promise.all(NOTES.map(([hertz, delay]) => strike(audio, hertz, audio.currentTime + delay)));
}

/** Like a small bell: at once there, and slowly gone. */
async function strike(audio: AudioContext, hertz: number, at: number): Promise<void> {
  const tone = new OscillatorNode(audio, { frequency: hertz });
  const loudness = new GainNode(audio, { gain: 0 });
  loudness.gain.setValueAtTime(0, at);
  loudness.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
  loudness.gain.exponentialRampToValueAtTime(0.0001, at + LENGTH);
  tone.connect(loudness).connect(audio.destination);
  tone.start(at);
  tone.stop(at + LENGTH);
  await new Promise((resolve) => {
    tone.onended = resolve;
  });
}
