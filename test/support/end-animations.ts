/** Ends what would end by itself in an element's shadow root, so that colours and places are the final ones. */
export function endAnimations({ shadowRoot }: Element): void {
  for (const animation of shadowRoot?.getAnimations() ?? []) {
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
  }
}
