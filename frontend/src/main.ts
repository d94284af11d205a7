document.querySelector('#app')!.textContent = 'Setia'
