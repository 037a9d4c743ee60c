"""The whole product put together: settings, addresses, servers, the command line."""
