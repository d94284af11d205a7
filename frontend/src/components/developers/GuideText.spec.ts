import { expect, it } from 'vitest'
import { partsOf } from '@/developers/guideText'
import { render } from '@/test/render'
import GuideText from './GuideText.vue'

const guide = (text: string, language: 'id' | 'en' = 'en') => render(GuideText, { props: { parts: partsOf(text) }, language })

it('shows headings that can be linked to, notes, lists and tables', () => {
  const shown = guide('## Send a `purchase`\n\nOne *request*.\n\n> Mind the clock.\n\n1. Get a token\n2. Send\n\n| Code | Meaning |\n| --- | --- |\n| `409` | Sent before |')

  expect(shown.get('h2').attributes('id')).toBe('send-a-purchase')
  expect(shown.get('h2 a').attributes()).toMatchObject({ href: '#send-a-purchase', 'aria-label': 'Link to Send a `purchase`' })
  expect(shown.findAll('p').map((line) => line.text())).toEqual(['One *request*.', 'Mind the clock.'])
  expect(shown.findAll('ol li').map((item) => item.text())).toEqual(['Get a token', 'Send'])
  expect(shown.get('[role=region]').attributes('aria-label')).toBe('Code, Meaning')
  expect(shown.findAll('th').map((head) => [head.attributes('scope'), head.text()])).toEqual([['col', 'Code'], ['col', 'Meaning']])
  expect(shown.findAll('td').map((cell) => cell.text())).toEqual(['409', 'Sent before'])
})

it('names code by its language, and what follows a command its answer', () => {
  const text = '```sh\ncurl /program\n```\n\n```json\n{}\n```\n\nElse:\n\n```json\n[]\n```\n\n```kotlin\nval a\n```'
  const labels = (language: 'id' | 'en') => guide(text, language).findAll('pre').map((code) => code.attributes('aria-label'))

  expect(labels('en')).toEqual(['Shell', 'Answer', 'JSON', 'kotlin'])
  expect(labels('id')).toEqual(['Shell', 'Jawaban', 'JSON', 'kotlin'])
})

it('reads nothing of it as HTML', () => {
  expect(guide('<img src=x onerror=alert(1)>').find('img').exists()).toBe(false)
})
