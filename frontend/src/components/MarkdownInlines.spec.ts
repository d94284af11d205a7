import { expect, it } from 'vitest'
import { render } from '@/test/render'
import MarkdownInlines from './MarkdownInlines.vue'

it('shows words as they are and links as links', () => {
  const line = render(MarkdownInlines, { props: { inlines: [{ text: 'Baca ' }, { text: 'syaratnya', href: '/terms' }, { text: ' dan <b>setujui</b>.' }] } })

  expect(document.body.textContent).toBe('Baca syaratnya dan <b>setujui</b>.')
  expect(line.findAll('a').map((link) => [link.attributes('href'), link.text()])).toEqual([['/terms', 'syaratnya']])
})
