/** Figures as people write them into fields: 1500000 or 1.500.000. */

/** Without what parts thousands; anything else stays as it was written. */
export function plainFigure(written: string): string {
  const trimmed = written.trim()
  return /^\d{1,3}([.,\s]\d{3})+$/.test(trimmed) ? trimmed.replace(/\D/g, '') : trimmed
}

/** The whole number that was written; nothing when it is none. */
export function figure(written: string): number | undefined {
  const digits = plainFigure(written)
  return /^\d{1,13}$/.test(digits) ? Number(digits) : undefined
}

/** A whole number as a field has it; nothing where there is none. */
export function written(amount: number | undefined): string {
  return amount === undefined ? '' : String(amount)
}
