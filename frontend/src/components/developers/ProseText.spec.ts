import { expect, it } from 'vitest'
import { render } from '@/test/render'
import ProseText from './ProseText.vue'

it('sets off what stands between backticks as code, and leaves the rest as it is', () => {
  const prose = render(ProseText, { props: { text: 'Send `If-Match` with the <b>version</b>, `*` for any.' } })

  expect(prose.findAll('code').map((code) => code.text())).toEqual(['If-Match', '*'])
  expect(prose.text()).toBe('Send If-Match with the <b>version</b>, * for any.')
})

it('shows paragraphs, lists and what is set off, and none of the signs that mark them', () => {
  const prose = render(ProseText, {
    props: { text: '**What is sent.** A `batch`.\n\n* header: `alg` is `EdDSA`\n* content: `{"a":"**"}`\n\n**Refused**, see [errors](/developers/guides/errors).' },
  })

  expect(prose.findAll('strong').map((word) => word.text())).toEqual(['What is sent.', 'Refused'])
  expect(prose.findAll('li').map((item) => item.text())).toEqual(['header: alg is EdDSA', 'content: {"a":"**"}'])
  expect(prose.findAll('p').map((paragraph) => paragraph.text())).toEqual(['What is sent. A batch.', 'Refused, see errors.'])
  expect(prose.get('a').attributes('href')).toBe('/developers/guides/errors')
})
