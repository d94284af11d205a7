import { type MaybeRefOrGetter, toValue, watchEffect } from 'vue'
import { useProgram } from './useProgram'

export function usePageTitle(title: MaybeRefOrGetter<string>) {
  const { programName } = useProgram()
  watchEffect(() => {
    const own = toValue(title)
    document.title = own ? `${own} · ${programName.value}` : programName.value
  })
}
