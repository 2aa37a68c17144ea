/** Where screen readers hear what has changed without the focus moving. */
let region: HTMLElement | null = null;

/** Says something to screen readers when they are done with what they are saying. */
export function announce(words: string): void {
  if (!region) {
    region = document.createElement('div');
    region.className = 'visually-hidden';
    region.setAttribute('aria-live', 'polite');
    document.body.append(region);
  }
  region.textContent = words;
}
