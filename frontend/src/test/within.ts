import type { DOMWrapper, VueWrapper } from '@vue/test-utils'

type Place = Pick<VueWrapper, 'findAll' | 'text'> | Pick<DOMWrapper<Element>, 'findAll' | 'text'>

/** What is read, with the blanks that keep a figure at its unit as plain ones. */
export const words = (place: { text: () => string }) => place.text().replaceAll('\u00a0', ' ')

/** The button of this name. */
export function button(place: Place, name: string) {
  const found = place.findAll('button').find((one) => (one.attributes('aria-label') ?? words(one)) === name)
  if (!found) throw new Error(`no button "${name}" in: ${place.text()}`)
  return found
}

/** What a label says before the field it holds. */
const ownWords = ({ childNodes }: Element) => Array.from(childNodes, (node) => (node.nodeType === Node.TEXT_NODE ? node.textContent : '')).join('').trim()

/** The field that bears this label. */
export function field<Kind extends HTMLElement = HTMLInputElement>(place: Place, label: string) {
  const labels = place.findAll('label')
  const named = labels.find((one) => [words(one), ownWords(one.element)].includes(label)) ?? labels.find((one) => words(one).startsWith(`${label} (`)) ?? labels.find((one) => words(one).startsWith(label))
  const id = named?.attributes('for')
  const found = id ? place.findAll<Kind>(`[id="${id}"]`)[0] : (named?.findAll<Kind>('input, select, textarea')[0] ?? place.findAll<Kind>(`[aria-label="${label}"]`)[0])
  if (!found) throw new Error(`no field "${label}" in: ${place.text()}`)
  return found
}

/** What stands below a field to describe it: its hint and what is wrong with it. */
export const described = (one: Pick<DOMWrapper<Element>, 'attributes'>) => (one.attributes('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent?.trim() ?? '').join(' ')
