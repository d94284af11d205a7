import { expect, it } from 'vitest'
import { render } from '@/test/render'
import { described, field } from '@/test/within'
import ReasonFields from './ReasonFields.vue'

it('offers the reasons an act may have, and says beside the words what is missing of them', async () => {
  const fields = render(ReasonFields, { props: { reasons: ['goodwill', 'other'], reason: 'goodwill', explanation: '', refusal: 'Tulis penjelasan singkat.' } })
  const reason = field(fields, 'Alasan (dibaca anggota)')
  expect(reason.findAll('option').map((option) => option.text())).toEqual(['Tanda maaf dari kami', 'Lainnya'])
  await reason.setValue('other')
  expect(fields.emitted('update:reason')).toEqual([['other']])
  const words = field(fields, 'Penjelasan untuk rekan')
  expect(words.attributes('aria-invalid')).toBe('true')
  expect(described(words)).toBe('Tulis penjelasan singkat. Anggota tidak membacanya. Jangan tulis data pribadi.')
  await words.setValue('Salah hitung')
  expect(fields.emitted('update:explanation')).toEqual([['Salah hitung']])
})
