import { expect, it } from 'vitest'
import { render } from '@/test/render'
import MarkdownText from './MarkdownText.vue'

const text = '## Poin\n\nPoin berlaku setahun.\n\n- satu struk\n- satu anggota\n\n1. Belanja\n2. Simpan\n\n<script>alert(1)</script> [syarat](https://contoh.id/syarat)'

it('shows headings, paragraphs, lists and links of a text', () => {
  const shown = render(MarkdownText, { props: { text } })

  expect(shown.get('h2, h3').text()).toBe('Poin')
  expect(shown.get('p').text()).toBe('Poin berlaku setahun.')
  expect(shown.findAll('ul li').map((item) => item.text())).toEqual(['satu struk', 'satu anggota'])
  expect(shown.findAll('ol li').map((item) => item.text())).toEqual(['Belanja', 'Simpan'])
  expect(shown.get('a').attributes('href')).toBe('https://contoh.id/syarat')
})

it('reads nothing of it as HTML', () => {
  const shown = render(MarkdownText, { props: { text } })

  expect(shown.find('script').exists()).toBe(false)
  expect(shown.text()).toContain('<script>alert(1)</script>')
})
