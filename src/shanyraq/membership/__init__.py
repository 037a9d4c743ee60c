"""How people come and go: nomination, consideration, approval, appointment, removal, exit."""
