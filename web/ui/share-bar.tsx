interface ShareBarProps {
  /** Parts in the order shown; what they lack to `total` stays empty. */
  parts: { kind: string; count: number }[];
  total: number;
}

/**
 * A thin bar for the eye only: the numbers stand beside it in words. Drawn as SVG because the Content-Security-Policy allows no
 * style attribute to carry a width.
 */
export function ShareBar({ parts, total }: ShareBarProps) {
  let start = 0;
  return (
    <svg class="share-bar" viewBox={`0 0 ${Math.max(total, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
      {parts
        .filter((part) => part.count > 0)
        .map((part) => {
          const x = start;
          start += part.count;
          return <rect key={part.kind} class={part.kind} x={x} width={part.count} height="1" />;
        })}
    </svg>
  );
}
