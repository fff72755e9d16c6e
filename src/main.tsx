document.getElementById('root')!.textContent = 'Clusterscope';
