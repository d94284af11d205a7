import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { words } from '@/test/within'
import PreviewBox from './PreviewBox.vue'

it('reads the rule in the reader’s language, once it is complete', async () => {
  const box = render(PreviewBox, { props: { preview: undefined }, language: 'en' })
  expect(words(box)).toContain('Fill in')
  await box.setProps({ preview: { sentence: { id: '1 poin tiap Rp1.000.', en: '1 point for every Rp1,000.' }, example: { id: '25 poin', en: '25 points for Rp25,000' } } } as never)
  expect(box.findAll('p').map(words)).toEqual(['1 point for every Rp1,000.', expect.stringContaining('25 points for Rp25,000')])
  expect(box.get('section').attributes('aria-live')).toBe('polite')
})
