/** One thing of a form that two people may have changed: where it is in the form's values, what it is called, how it reads. */
export interface ConflictField<Values> {
  path: string
  label: string
  show?: (value: never, values: Values) => string
}

export type Side = 'mine' | 'theirs'

export interface Difference {
  path: string
  label: string
  before: string
  mine: string
  theirs: string
  /** Who changed it since the form was opened. */
  changed: 'both' | Side
}

type Plain = { [key: string]: unknown }

export function valueAt(values: object, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Plain | undefined)?.[key], values)
}

export function put(values: object, path: string, value: unknown) {
  const keys = path.split('.')
  const last = keys.pop()!
  const holder = keys.reduce<unknown>((inner, key) => (inner as Plain | undefined)?.[key], values)
  if (typeof holder === 'object' && holder !== null) (holder as Plain)[last] = value
}

export const copy = <Value>(value: Value): Value => (value === undefined ? value : (JSON.parse(JSON.stringify(value)) as Value))

/** Whether both say the same; of a list of choices the order says nothing. */
export function same(one: unknown, other: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(Array.isArray(value) && value.every((item) => typeof item === 'string') ? [...value].sort() : value) ?? ''
  return text(one) === text(other)
}

/** Where what I hold and what is stored now say something else, and who of us made it so. */
export function differences<Values extends object>(fields: ConflictField<Values>[], before: Values, mine: Values, theirs: Values): Difference[] {
  return fields.flatMap((field) => {
    const [old, own, other] = [before, mine, theirs].map((values) => valueAt(values, field.path))
    if (same(own, other)) return []
    const text = (value: unknown, values: Values) => (field.show ? field.show(value as never, values) : plainText(value))
    return [
      {
        path: field.path,
        label: field.label,
        before: text(old, before),
        mine: text(own, mine),
        theirs: text(other, theirs),
        changed: same(own, old) ? ('theirs' as const) : same(other, old) ? ('mine' as const) : ('both' as const),
      },
    ]
  })
}

function plainText(value: unknown): string {
  if (value === undefined || value === null) return ''
  return Array.isArray(value) ? value.join(', ') : String(value)
}
