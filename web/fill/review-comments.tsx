import { textOf } from './text.ts';
import type { ReviewComment } from './view.ts';

/** What the reviewer wrote when returning the file, each comment leading to where it is about; nothing where there is none. */
export function ReviewComments({ comments, language }: { comments: ReviewComment[]; language: string }) {
  if (comments.length === 0) return null;
  const text = textOf(language).reviewComments;
  return (
    <section class="summary warning" aria-labelledby="review-comments">
      <h2 id="review-comments">{text.heading(comments.length)}</h2>
      <p>{text.body}</p>
      <ul>
        {comments.map(({ id, about, href, text: words }) => (
          <li key={id} class="finding">
            {about && <span class="finding-unit">{href ? <a href={href}>{about}</a> : about}: </span>}
            {words}
          </li>
        ))}
      </ul>
    </section>
  );
}
