import { describe, expect, it } from 'vitest'
import { render } from '@/test/render'
import CodeField from './CodeField.vue'

describe('the field for a code', () => {
  it('keeps six digits of whatever is typed and says when they are complete', async () => {
    const field = render(CodeField, { props: { modelValue: '' } })
    const input = field.get('input')
    await input.setValue('12 3a')
    expect(field.emitted('update:modelValue')!.at(-1)).toEqual(['123'])
    expect(field.emitted('complete')).toBeUndefined()
    await input.setValue('123 4567')
    expect(field.emitted('update:modelValue')!.at(-1)).toEqual(['123456'])
    expect(field.emitted('complete')).toHaveLength(1)
  })
})
