export interface Cell {
  readonly label: string
  readonly value: string
}

/**
 * A piece of a printed sheet. What is printed, copied and saved as a document is made of the same pieces, so they cannot say different
 * things.
 */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string; readonly note: string }
  | { readonly kind: 'deed'; readonly text: string; readonly note: string }
  | { readonly kind: 'line'; readonly text: string }
  /** Label and answer, row by row. */
  | { readonly kind: 'facts'; readonly rows: readonly Cell[] }
  /** Figures side by side: 应到 实到 比例. An empty value leaves room to write it by hand. */
  | { readonly kind: 'sheet'; readonly cells: readonly Cell[] }
  | { readonly kind: 'photos'; readonly label: string; readonly ids: readonly string[] }
  /** Empty lines to sign on. */
  | { readonly kind: 'signatures'; readonly who: readonly string[] }
