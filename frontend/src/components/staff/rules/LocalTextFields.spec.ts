import { expect, it } from 'vitest'
import { reactive } from 'vue'
import { render } from '@/test/render'
import { described, field } from '@/test/within'
import LocalTextFields from './LocalTextFields.vue'

it('takes one text in both languages, each refused by itself', async () => {
  const text = reactive({ id: 'Payung', en: '' })
  const fields = render(LocalTextFields, { props: { modelValue: text, label: 'Nama', maxlength: 80, pointer: '/name', refusal: (pointer: string) => (pointer === '/name/en' ? 'Wajib diisi.' : undefined) } })
  const [indonesian, english] = [field(fields, 'Nama (Indonesia)'), field(fields, 'Nama (Inggris)')]
  expect([indonesian, english].map((one) => [one.attributes('lang'), one.attributes('maxlength'), described(one)])).toEqual([['id', '80', ''], ['en', '80', 'Wajib diisi.']])
  await english.setValue('Umbrella')
  expect(text).toEqual({ id: 'Payung', en: 'Umbrella' })
})
