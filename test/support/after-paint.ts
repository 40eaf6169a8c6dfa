/**
 * Resolves when a frame was painted. `requestAnimationFrame` alone sees the layout before resize observers have
 * corrected it, and would report jumps that nobody sees.
 */
export async function afterPaint(frames = 1): Promise<void> {
  for (let frame = 0; frame < frames; frame += 1) {
    await new Promise(requestAnimationFrame);
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        resolve();
      };
      port2.postMessage(undefined);
    });
  }
}
