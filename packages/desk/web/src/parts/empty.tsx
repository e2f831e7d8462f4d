/** Nothing here, and why that is fine or what would help. */
export function Empty({ title, hint }: { readonly title: string; readonly hint?: string }) {
  return (
    <div className="empty">
      <svg viewBox="0 0 64 48" aria-hidden="true">
        <path d="M4 14l28-11 28 11v28H4zM4 14l28 16 28-16" />
      </svg>
      <p>
        <b>{title}</b>
      </p>
      {hint && <p>{hint}</p>}
    </div>
  );
}
